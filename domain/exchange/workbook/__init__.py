"""The workbook: a plan with its findings as an Excel file; the only room that knows openpyxl."""

from domain.exchange.workbook.gathering import material_of
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.writing import write_workbook

__all__ = ["Material", "material_of", "write_workbook"]
