"""What would mend a finding: single changes, tried before they are offered."""

from domain.repairs.proposals import can_be_mended
from domain.repairs.repair import Repair
from domain.repairs.trying import repairs_of

__all__ = ["Repair", "can_be_mended", "repairs_of"]
