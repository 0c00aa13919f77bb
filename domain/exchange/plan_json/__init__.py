"""Plans as JSON documents: read with every doubt refused, written in full."""

from domain.exchange.plan_json.reading import plan_from_document, plan_from_text, read_plan
from domain.exchange.plan_json.writing import document_of, plain, write_plan

__all__ = [
    "document_of",
    "plain",
    "plan_from_document",
    "plan_from_text",
    "read_plan",
    "write_plan",
]
