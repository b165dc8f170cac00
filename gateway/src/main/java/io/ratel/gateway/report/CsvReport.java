package io.ratel.gateway.report;

import io.ratel.exchange.view.TradeReports;
import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.exchange.view.TradeReports.ReportedFill;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values by RFC 4180 in UTF-8. A text that a spreadsheet would take for a formula
 * has an apostrophe before it; numbers are left as they are.
 */
final class CsvReport {
  private static final String FORMULA = "=+-@\t\r";

  private final BufferedWriter out;

  CsvReport(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void write(TradeReports reports, Query query) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(Column.ALL.stream().map(Column::name));
    try {
      reports.forEach(query, fill -> add(printer, fill));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    printer.flush();
  }

  private static void add(CSVPrinter printer, ReportedFill fill) {
    try {
      for (Column column : Column.ALL) {
        Object value = column.value().apply(fill);
        printer.print(value instanceof String text ? harmless(text) : Column.plain(value));
      }
      printer.println();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that no spreadsheet takes for a formula. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
