"""CUDA."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.c import CPP_WORDS, Cpp
from jinkyll.kramdown.syntax_highlighter.machine import States, words

__all__ = ["Cuda"]

_KEYWORDS = """
__global__ __device__ __host__ __noinline__ __forceinline__ __constant__ __shared__ __managed__
__restrict__
"""
_VECTORS = " ".join(
    f"{name}{size}"
    for name in (
        *("char", "uchar", "short", "ushort", "int", "uint", "long", "ulong"),
        *("longlong", "ulonglong", "float", "double"),
    )
    for size in (1, 2, 3, 4)
)


class Cuda(Cpp):
    """CUDA."""

    states: ClassVar[States] = {
        **Cpp.states,
        "words": [
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                {**words("n", k=_KEYWORDS, kt=f"{_VECTORS} dim3"), **CPP_WORDS},
            )
        ],
    }
