package io.ratel.security.factor;

import io.nayuki.qrcodegen.QrCode;

/** Text as a QR code (ISO/IEC 18004), drawn in SVG. */
public final class QrSvg {
  /** Light around it, in modules, as the standard asks. */
  private static final int MARGIN = 4;

  private QrSvg() {}

  public static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * MARGIN;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">".formatted(size, size)
        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
        + path
        + "\"/></svg>";
  }
}
