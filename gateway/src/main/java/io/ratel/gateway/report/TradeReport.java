package io.ratel.gateway.report;

import io.ratel.exchange.view.TradeReports;
import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.gateway.operation.Labels;
import java.io.IOException;
import java.io.OutputStream;

/** A trade report in one of its forms. */
public enum TradeReport implements Labels.Named {
  CSV("csv", "text/csv; charset=utf-8"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSON("json", "application/json");

  private final String label;
  private final String mediaType;

  TradeReport(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  /** The name a client asks by, and the file's ending. */
  @Override
  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Reads the fills and writes them as they come; does not close. */
  public void write(TradeReports reports, Query query, OutputStream out) throws IOException {
    switch (this) {
      case CSV -> new CsvReport(out).write(reports, query);
      case XLSX -> new ExcelReport(out).write(reports, query);
      case JSON -> new JsonReport(out).write(reports, query);
    }
  }
}
