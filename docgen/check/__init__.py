"""Judges any .docx against decree 30/2020/NĐ-CP, ours or not: it knows nothing of models, templates or styles."""
