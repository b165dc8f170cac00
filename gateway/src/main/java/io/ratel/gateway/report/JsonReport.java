package io.ratel.gateway.report;

import io.ratel.exchange.view.TradeReports;
import io.ratel.exchange.view.TradeReports.Query;
import io.ratel.exchange.view.TradeReports.ReportedFill;
import io.ratel.gateway.operation.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A list as every other: {@code items}, whose decimals are texts, and {@code next}. */
final class JsonReport {
  private final OutputStream out;
  private boolean first = true;

  JsonReport(OutputStream out) {
    this.out = out;
  }

  void write(TradeReports reports, Query query) throws IOException {
    put("{\"items\":[");
    try {
      reports.forEach(query, this::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    put("],\"next\":null}");
  }

  private void add(ReportedFill fill) {
    Map<String, String> item = new LinkedHashMap<>();
    for (Column column : Column.ALL) {
      item.put(column.name(), Column.plain(column.value().apply(fill)));
    }
    try {
      put(first ? "" : ",");
      first = false;
      out.write(Json.bytes(item));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
