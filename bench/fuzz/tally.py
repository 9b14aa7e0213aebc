"""What was tried and found: counted, the inputs that found something kept as files, each kind of finding told once."""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.fuzz.targets import TARGETS, Target
from bench.fuzz.worker import Tried


@dataclass
class Tally:
    """Counts inputs, kinds of answers and findings; keeps in `folder` the inputs that found something."""

    folder: Path
    tried: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, set[str]] = field(default_factory=dict)
    found: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many inputs were tried."""
        return sum(self.tried.values())

    def counts(self, target: Target, data: bytes, tried: Tried) -> bool:
        """Count what came of `data`; return whether it gave an answer of a kind not seen before."""
        self.tried[target.name] += 1
        self.slowest[target.name] = max(self.slowest.get(target.name, 0.0), tried.seconds)
        for fault in tried.faults:
            self._keep(target, data, tried, fault)
        seen = self.outcomes.setdefault(target.name, set())
        is_new = tried.outcome not in seen
        seen.add(tried.outcome)
        return is_new

    def _keep(self, target: Target, data: bytes, tried: Tried, fault: str) -> None:
        kind = f"{target.name}: {re.sub(r'“.*?”|[0-9]+', '', fault)}"
        self.found[kind] += 1
        if self.found[kind] == 1:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{len(self.found):03}{Path(target.file).suffix}"
            path.write_bytes(data)
            print(f"{path} as {target.file}: docgen {' '.join(tried.command)}\n  {fault}", flush=True)

    def table(self) -> str:
        """Return the figures, a line for each target."""
        lines = [
            f"{target.name:18} {self.tried[target.name]:8} inputs {len(self.outcomes.get(target.name, ())):6} kinds of answer"
            f" {self.slowest.get(target.name, 0.0):6.1f} s the slowest"
            for target in TARGETS
            if target.name in self.tried
        ]
        return "\n".join([*lines, f"{self.total} inputs, {len(self.found)} findings"])
