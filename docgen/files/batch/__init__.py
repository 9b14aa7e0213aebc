"""Writes many papers into one folder as one set: all of them or none, at whatever moment the run is cut short."""

from docgen.files.batch.writer import Batch, BatchResult

__all__ = ["Batch", "BatchResult"]
