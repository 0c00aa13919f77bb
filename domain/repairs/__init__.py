"""What would mend a finding: single changes, tried before they are offered."""

from domain.repairs.repair import Repair
from domain.repairs.trying import repairs_of

__all__ = ["Repair", "repairs_of"]
