"""`docgen quydinh`: the rules that `kiemtra` applies."""

import click

from docgen.cli.clickwords import VietnameseCommand, help_option


@click.command(cls=VietnameseCommand, short_help="Xem các quy định mà kiemtra áp dụng.")
@click.argument("ids", metavar="[MÃ]...", nargs=-1)
@click.option("--markdown", is_flag=True, help="In trọn mọi quy định ở dạng Markdown.")
@help_option
def quydinh(ids: tuple[str, ...], markdown: bool) -> None:
    """Xem các quy định mà kiemtra áp dụng; ghi MÃ thì xem trọn quy định đó, có ví dụ.

    Ví dụ: docgen quydinh H02
    """
    from docgen.check import catalogue

    rules = [catalogue.find(rule_id) for rule_id in ids]
    for rule_id, rule in zip(ids, rules, strict=True):
        if rule is None:
            raise click.UsageError(catalogue.unknown(rule_id))
    if markdown:
        click.echo(catalogue.markdown(), nl=False)
    else:
        click.echo(catalogue.told(rule for rule in rules if rule) if ids else catalogue.listed())
