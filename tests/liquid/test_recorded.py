"""Random templates, with wrong arguments and broken syntax, as Ruby's Liquid printed them.

Recorded by ``liquid_reference.py --record``; the marked test asks Ruby again, for others.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

import liquid_reference as reference

CASES = json.loads(
    (Path(__file__).parents[1] / "cases/liquid/recorded.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_as_ruby(case: dict[str, object]) -> None:
    answer = reference.ours(str(case["source"]))
    if "error" in case:
        assert re.sub(r"\n.*", "", str(answer.get("error")), flags=re.DOTALL) == case["error"]
    else:
        assert answer == {"out": case["out"], "warnings": case.get("warnings", [])}


@pytest.mark.reference
@pytest.mark.skipif(not shutil.which("ruby"), reason="asks Ruby")
def test_others_as_ruby() -> None:
    kinds = {"Encoding", "RangeError", "Encoding::CompatibilityError"}
    found = reference.differences(seed=7, count=1500)
    assert [each for each in found if each[1].get("kind") not in kinds] == []
