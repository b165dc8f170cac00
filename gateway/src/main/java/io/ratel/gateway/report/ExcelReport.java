package io.ratel.gateway.report;

import io.ratel.exchange.view.TradeReports;
import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.exchange.view.TradeReports.ReportedFill;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook: a sheet of fills whose header stays in sight, and a sheet of totals that are formulas
 * over it. Numbers are numbers and times are times, in UTC; what was typed in by someone is text
 * and never a formula.
 */
final class ExcelReport {
  private static final String SHEET = "Trades";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss.000";
  private static final int FLUSH_ROWS = 1_000;

  private final OutputStream out;
  private final TreeSet<String> assets = new TreeSet<>();
  private int row;

  ExcelReport(OutputStream out) {
    this.out = out;
  }

  void write(TradeReports reports, Query query) throws IOException {
    Workbook book = new Workbook(out, "Ratel", "1.0");
    Worksheet sheet = book.newWorksheet(SHEET);
    for (int i = 0; i < Column.ALL.size(); i++) {
      Column column = Column.ALL.get(i);
      sheet.width(i, column.width());
      sheet.inlineString(0, i, column.name());
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    try {
      reports.forEach(query, fill -> add(sheet, fill));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    sheet.finish();
    totals(book.newWorksheet("Totals"));
    book.finish();
  }

  private void add(Worksheet sheet, ReportedFill fill) {
    row++;
    assets.add(fill.settlementAsset());
    assets.add(fill.feeAsset());
    for (int i = 0; i < Column.ALL.size(); i++) {
      switch (Column.ALL.get(i).value().apply(fill)) {
        case BigDecimal number -> sheet.value(row, i, number);
        case Instant time -> {
          sheet.value(row, i, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
          sheet.style(row, i).format(TIME).set();
        }
        case Object text -> sheet.inlineString(row, i, text.toString());
      }
    }
    if (row % FLUSH_ROWS == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** For each asset what was bought and sold for, and paid in fees. */
  private void totals(Worksheet sheet) throws IOException {
    String[] heads = {"asset", "bought", "sold", "fees"};
    for (int i = 0; i < heads.length; i++) {
      sheet.width(i, 20);
      sheet.inlineString(0, i, heads[i]);
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    int at = 0;
    for (String asset : assets) {
      at++;
      String ofAsset = "," + cells(Column.SETTLEMENT_ASSET) + ",A" + (at + 1);
      sheet.inlineString(at, 0, asset);
      sheet.formula(at, 1, sum(Column.NOTIONAL, ofAsset, "buy"));
      sheet.formula(at, 2, sum(Column.NOTIONAL, ofAsset, "sell"));
      sheet.formula(
          at,
          3,
          "SUMIFS(" + cells(Column.FEE) + "," + cells(Column.FEE_ASSET) + ",A" + (at + 1) + ")");
    }
    sheet.finish();
  }

  private String sum(String column, String ofAsset, String side) {
    return "SUMIFS(" + cells(column) + ofAsset + "," + cells(Column.SIDE) + ",\"" + side + "\")";
  }

  /** A column of the sheet of fills, its header left out; there are fewer than 26. */
  private String cells(String column) {
    char letter = (char) ('A' + Column.at(column));
    return SHEET + "!$" + letter + "$2:$" + letter + "$" + Math.max(2, row + 1);
  }
}
