"""Attributes that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

R = TypeVar("R")


class kept(Generic[R]):  # noqa: N801  # reads as a decorator does
    """`functools.cached_property` without the lock that Python 3.11 takes at each first look; as there from 3.12 on, two threads may work
    out the same."""

    def __init__(self, function: Callable[..., R]) -> None:
        self._function = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "kept[R]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> R: ...
    def __get__(self, instance: object | None, owner: type) -> "kept[R] | R":
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._function(instance)
        return value
