package io.ratel.quant.volatility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The daily returns of the German mark against the British pound, in per cent, 3 January 1984 to 31
 * December 1991, 1974 numbers: T. Bollerslev and E. Ghysels, Periodic autoregressive conditional
 * heteroskedasticity, Journal of Business and Economic Statistics 14 (1996), 139–151, from the data
 * archive of that journal. Programs that fit GARCH are measured by them.
 */
final class MarkPound {
  private MarkPound() {}

  /** With commas between them. */
  static String returns() {
    try (InputStream in =
            Objects.requireNonNull(MarkPound.class.getResourceAsStream("mark-pound.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines.lines().skip(1).collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
