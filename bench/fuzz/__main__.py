"""Fuzz every reader for some minutes: `python -m bench.fuzz --minutes 10`. What is found is kept as files, with its command."""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from bench.fuzz import seeds
from bench.fuzz.tally import Tally
from bench.fuzz.targets import TARGETS
from bench.fuzz.worker import Worker, laid

_POOL = 400  # inputs of a file that are kept because they gave a new kind of answer
_LARGE = 400_000  # bytes of one that is not kept


def main() -> int:
    """Fuzz; return 1 where something was found."""
    asked = _asked()
    targets = [each for each in TARGETS if not asked.only or any(word in each.name for word in asked.only)]
    drawn, tally = random.Random(asked.seed), Tally(asked.keep)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        laid(folder)
        begun = seeds.pools(folder, asked.seeds)
        pools = {target.name: list(begun.get(target.name) or begun[target.file]) for target in targets}
        worker = Worker(folder)
        end = time.monotonic() + asked.minutes * 60
        try:
            while time.monotonic() < end and tally.total < asked.inputs:
                target = drawn.choice(targets)
                pool = pools[target.name]
                data, seed = seeds.mutated(target, pool, drawn), drawn.randrange(2**32)
                is_new = tally.counts(target, data, worker.tried(target, data, seed))
                if is_new and len(data) < _LARGE and len(pool) < _POOL:
                    pool.append(data)
        except KeyboardInterrupt:
            pass
        finally:
            worker.stop()
            print(tally.table())
    return 1 if tally.found else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="how many inputs at most")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same first inputs")
    parser.add_argument("--only", action="append", help="only targets with this in their names; may be repeated")
    parser.add_argument("--seeds", type=Path, help="a folder of further papers, sheets and plans to begin with")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where inputs that find something are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
