"""Bytes on disk: papers written whole or not at all, locks, stamps, bounded zips and workbooks, the door to LibreOffice."""
