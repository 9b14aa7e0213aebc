"""What several rules measure and read a paper with: running text, lines of type, lists, citations, lengths. It judges nothing."""
