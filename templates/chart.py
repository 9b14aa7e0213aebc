"""A real Word chart: bars lying on their side, with values that docgen fills in where a category is the tag `{{ bieu_do }}`."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from docgen.decree30 import FONT
from templates.ooxml import compact

_WIDTH, _HEIGHT = Mm(150), Mm(46)
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_DRAWING = f"""
<w:r {nsdecls("w")}>
  <w:drawing>
    <wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">
      <wp:extent cx="{int(_WIDTH)}" cy="{int(_HEIGHT)}"/>
      <wp:docPr id="90" name="Biểu đồ" descr="Biểu đồ số nhiệm vụ theo trạng thái"/>
      <wp:cNvGraphicFramePr/>
      <a:graphic xmlns:a="{_DRAWINGML}/main">
        <a:graphicData uri="{_DRAWINGML}/chart">
          <c:chart xmlns:c="{_DRAWINGML}/chart" {nsdecls("r")} r:id="RELATION"/>
        </a:graphicData>
      </a:graphic>
    </wp:inline>
  </w:drawing>
</w:r>"""
_LETTERING = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_BLACK_LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>'
_CHART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<c:chartSpace xmlns:c="{_DRAWINGML}/chart" xmlns:a="{_DRAWINGML}/main"><c:roundedCorners val="0"/>'
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    '<c:ser><c:idx val="0"/><c:order val="0"/>'
    '<c:spPr><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill>'
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>'
    f'<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_LETTERING}<c:dLblPos val="outEnd"/>'
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/></c:dLbls>'
    '<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$2</c:f><c:strCache><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>{{ bieu_do }}</c:v></c:pt></c:strCache></c:strRef></c:cat>'
    '<c:val><c:numRef><c:f>Sheet1!$B$2:$B$2</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val>'
    '</c:ser><c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_BLACK_LINE}{_LETTERING}<c:crossAx val="1002"/>'
    '<c:crosses val="autoZero"/></c:catAx>'
    '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
    '<c:axPos val="t"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>"
)


def add_chart(document: Document, paragraph: Paragraph) -> None:
    """Add the chart to `paragraph`, and its part to `document`."""
    part = Part(PackURI("/word/charts/chart1.xml"), _CONTENT_TYPE, _CHART.encode(), document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph._p.append(compact(_DRAWING.replace("RELATION", relation)))
