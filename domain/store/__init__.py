"""Plans in and out of SQLite files; the only room that knows SQLite."""

from domain.store.plan_file import Keeper, PlanFile

__all__ = ["Keeper", "PlanFile"]
