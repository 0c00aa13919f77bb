"""Dataclasses whose methods are written when they are first called; `domain.values` says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from inspect import get_annotations
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")


class _Nothing:
    """Stands for a default that there is none of."""


_NOTHING: Final = _Nothing()


class Options(NamedTuple):
    """What is asked of a dataclass."""

    frozen: bool = False
    slots: bool = False
    eq: bool = True
    order: bool = False


class Field(NamedTuple):
    """What there is to say of a field."""

    default: object = _NOTHING
    default_factory: Callable[[], object] | None = None
    init: bool = True
    repr: bool = True
    compare: bool = True
    hash: bool | None = None

    @property
    def hashed(self) -> bool:
        """Whether it counts for the hash."""
        return self.compare if self.hash is None else self.hash


Fields = dict[str, Field]


def dataclass(**options: bool) -> Callable[[type], type]:
    """What makes a class a dataclass, with those options of the standard library that we use."""
    given = Options(**options)
    return lambda cls: _made(cls, given)


def field(**options: Any) -> Any:  # noqa: ANN401 - it stands where the default does
    """What else there is to say of a field than its type and a plain default."""
    return Field(**options)


def replace(value: T, /, **changes: object) -> T:
    """The same value with other fields."""
    own_fields: Fields | None = getattr(type(value), "__own_fields__", None)
    if own_fields is None:
        # A dataclass of the standard library, which is loaded already where there is one.
        from dataclasses import replace as replace_plain

        return replace_plain(value, **changes)  # type: ignore[type-var]
    for name, one in own_fields.items():
        if one.init and name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


def _made(cls: type, options: Options) -> type:
    """A class with the methods of a dataclass, and with slots for its fields if that is asked."""
    own = _own_fields(cls)
    fields = {n: f for base in reversed(cls.__mro__[1:]) for n, f in _known(base).items()} | own
    space = dict(cls.__dict__)
    for name, one in own.items():
        if one.default is _NOTHING or options.slots:
            space.pop(name, None)
        else:
            space[name] = one.default
    if options.slots:
        there = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
        space["__slots__"] = tuple(name for name in own if name not in there)
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    space["__own_fields__"] = fields
    space["__dataclass_fields__"] = _Described(cls)
    space["__match_args__"] = tuple(name for name, one in fields.items() if one.init)
    made: type = type(cls)(cls.__name__, cls.__bases__, space)
    for name, method in _methods(made, fields, options).items():
        if name not in space or (name == "__hash__" and space[name] is None):
            setattr(made, name, method)
    return made


def _known(base: type) -> Fields:
    known: Fields = base.__dict__.get("__own_fields__", {})
    return known


def _own_fields(cls: type) -> Fields:
    """The fields that a class itself declares."""
    found: Fields = {}
    for name, kind in get_annotations(cls).items():
        if not str(kind).startswith("ClassVar"):
            default = cls.__dict__.get(name, _NOTHING)
            found[name] = default if isinstance(default, Field) else Field(default)
    return found


class _Described:
    """The fields as the standard library describes them, for whoever asks it about a class."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, _value: object, owner: type) -> object:
        import dataclasses

        shadow: dict[str, object] = {"__annotations__": {}}
        for name, one in owner.__own_fields__.items():  # type: ignore[attr-defined]
            shadow["__annotations__"][name] = _kind_of(name, owner)  # type: ignore[index]
            said: dict[str, Any] = one._asdict()
            for key, nothing in (("default", _NOTHING), ("default_factory", None)):
                if said[key] is nothing:
                    del said[key]
            shadow[name] = dataclasses.field(**said, kw_only=False)
        twin: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(
            type(owner.__name__, (), shadow)
        )
        described = twin.__dataclass_fields__
        owner.__dataclass_fields__ = described  # type: ignore[attr-defined]
        return described


def _kind_of(name: str, owner: type) -> object:
    """The type of a field, as it is written."""
    for base in owner.__mro__:
        kinds = get_annotations(base)
        if name in kinds:
            return kinds[name]
    raise KeyError(name)


def _methods(made: type, fields: Fields, options: Options) -> dict[str, object]:
    """What a class gets, by name."""
    compared = [name for name, one in fields.items() if one.compare]
    hashed = [name for name, one in fields.items() if one.hashed]
    methods: dict[str, object] = {
        "__init__": _later(made, "__init__", lambda: _init_of(made, fields, options)),
        "__repr__": _repr_of([name for name, one in fields.items() if one.repr]),
    }
    if options.eq:
        methods["__eq__"] = _later(made, "__eq__", lambda: _comparison("__eq__", "==", compared))
        methods["__hash__"] = (
            _later(made, "__hash__", lambda: _hash_of(hashed)) if options.frozen else None
        )
    if options.order:
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            methods[name] = _later(made, name, partial(_comparison, name, sign, compared))
    if options.frozen:
        methods["__setattr__"] = _refuse_to("assign to", made, fields)
        methods["__delattr__"] = _refuse_to("delete", made, fields)
        if options.slots:
            methods["__getstate__"] = _getstate
            methods["__setstate__"] = _setstate
    return methods


def _later(made: type, name: str, write: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    """A method that writes the true one, and is it from then on."""

    def placeholder(self: object, *args: object, **named: object) -> Any:  # noqa: ANN401
        method = made.__dict__[name]
        if method is placeholder:
            method = write()
            method.__qualname__ = f"{made.__qualname__}.{name}"
            setattr(made, name, method)
        return method(self, *args, **named)

    return placeholder


def _written(name: str, head: str, lines: Iterable[str], known: dict[str, Any]) -> Any:  # noqa: ANN401
    body = "\n ".join([*lines] or ["pass"])
    exec(f"def {name}({head}):\n {body}", known)  # noqa: S102 - the names of our own fields
    return known[name]


def _init_of(made: type, fields: Fields, options: Options) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_nothing": _NOTHING}
    head, lines = ["self"], []
    for name, one in fields.items():
        has_default = one.default is not _NOTHING
        known[f"_default_{name}"] = one.default if has_default else one.default_factory
        value = name
        if one.default_factory is not None:
            made_one = f"_default_{name}()"
            value = f"{made_one} if {name} is _nothing else {name}" if one.init else made_one
        elif not one.init:
            value = f"_default_{name}"
        if one.init and one.default_factory is not None:
            head.append(f"{name}=_nothing")
        elif one.init:
            head.append(f"{name}=_default_{name}" if has_default else name)
        lines.append(
            f"_set(self, {name!r}, {value})" if options.frozen else f"self.{name} = {value}"
        )
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    init: Callable[..., None] = _written("__init__", ", ".join(head), lines, known)
    return init


def _tuple_of(names: Iterable[str], whose: str) -> str:
    return f"({''.join(f'{whose}.{name}, ' for name in names)})"


def _comparison(name: str, sign: str, names: Iterable[str]) -> Callable[..., Any]:
    sides = f"{_tuple_of(names, 'self')} {sign} {_tuple_of(names, 'other')}"
    lines = (
        "if other.__class__ is self.__class__:",
        f"    return {sides}",
        "return NotImplemented",
    )
    comparison: Callable[..., Any] = _written(name, "self, other", lines, {})
    return comparison


def _hash_of(names: Iterable[str]) -> Callable[..., int]:
    found: Callable[..., int] = _written(
        "__hash__", "self", [f"return hash({_tuple_of(names, 'self')})"], {}
    )
    return found


def _repr_of(names: Iterable[str]) -> Callable[[object], str]:
    def told(self: object) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({fields})"

    return told


def _refuse_to(do: str, made: type, fields: Fields) -> Callable[..., None]:
    plain: Any = object.__setattr__ if do == "assign to" else object.__delattr__

    def refuse(self: object, name: str, *value: object) -> None:
        if type(self) is made or name in fields:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot {do} field {name!r}")
        plain(self, name, *value)

    return refuse


def _getstate(self: object) -> list[object]:
    return [getattr(self, name) for name in type(self).__own_fields__]  # type: ignore[attr-defined]


def _setstate(self: object, state: Iterable[object]) -> None:
    names: Iterable[str] = type(self).__own_fields__  # type: ignore[attr-defined]
    for name, value in zip(names, state, strict=True):
        object.__setattr__(self, name, value)
