"""`docgen quydinh`: the rules that `kiemtra` applies."""

import click

import docgen
from docgen.cli.clickwords import VietnameseCommand, help_option
from docgen.errors import DataError


@click.command(cls=VietnameseCommand, short_help="Xem các quy định mà kiemtra áp dụng.")
@click.argument("ids", metavar="[MÃ]...", nargs=-1)
@click.option("--markdown", is_flag=True, help="In trọn mọi quy định ở dạng Markdown.")
@help_option
def quydinh(ids: tuple[str, ...], markdown: bool) -> None:
    """Xem các quy định mà kiemtra áp dụng; ghi MÃ thì xem trọn quy định đó, có ví dụ.

    Ví dụ: docgen quydinh H02
    """
    try:
        rules = docgen.rules(*ids)
    except DataError as error:
        raise click.UsageError(error.problems[0].message) from None
    if markdown:
        click.echo(rules.markdown(), nl=False)
    else:
        click.echo(rules.told() if ids else rules.listed())
