package io.ratel.gateway.quant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.indicator.Series;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code {"values":[…],…}} or {@code {"bars":[{…}],…}}, read without a tree, so that a million
 * numbers cost the arrays they end in.
 *
 * @param numbers the other fields
 */
record IndicatorBody(Optional<Series> values, Optional<Series> bars, Map<String, Double> numbers) {
  static final int MAX_ROWS = 1_000_000;

  private static final int FIRST_ROOM = 1_024;
  private static final int MAX_NUMBERS = 64;
  private static final String[] COLUMNS = {"open", "high", "low", "close", "volume"};
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * @throws RefusedException 400 when it is no JSON object, 422 when a number cannot be taken
   */
  static IndicatorBody read(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this must be one JSON object");
      }
      IndicatorBody body = read(json);
      if (json.nextToken() != null) {
        throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this must be one JSON object");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw RefusedException.of(
          ErrorCode.MALFORMED_JSON,
          "this is not valid JSON at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this is not valid JSON in UTF-8");
    }
  }

  private static IndicatorBody read(JsonParser json) throws IOException {
    Optional<Series> values = Optional.empty();
    Optional<Series> bars = Optional.empty();
    Map<String, Double> numbers = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "values" -> values = Optional.of(Series.ofValues(values(json)));
        case "bars" -> bars = Optional.of(bars(json));
        default -> {
          numbers.put(name, number(json, name, false));
          if (numbers.size() > MAX_NUMBERS) {
            throw refused("the body", "more", "must have at most " + MAX_NUMBERS + " parameters");
          }
        }
      }
    }
    return new IndicatorBody(values, bars, numbers);
  }

  private static void requireList(JsonParser json, String name) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused(name, json.getText(), "must be a list of at most 1,000,000");
    }
  }

  private static void requireRoom(int size, String name) {
    if (size == MAX_ROWS) {
      throw refused(name, "more", "must be a list of at most 1,000,000");
    }
  }

  private static double[] values(JsonParser json) throws IOException {
    requireList(json, "values");
    double[] values = new double[FIRST_ROOM];
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(size, "values");
      if (size == values.length) {
        values = Arrays.copyOf(values, Math.min(MAX_ROWS, 2 * size));
      }
      values[size] = number(json, "values[" + size + "]", false);
      size++;
    }
    return Arrays.copyOf(values, size);
  }

  private static Series bars(JsonParser json) throws IOException {
    requireList(json, "bars");
    double[][] columns = new double[COLUMNS.length][FIRST_ROOM];
    long[] times = new long[FIRST_ROOM];
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(size, "bars");
      if (size == times.length) {
        int room = Math.min(MAX_ROWS, 2 * size);
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], room);
        }
        times = Arrays.copyOf(times, room);
      }
      bar(json, columns, times, size);
      size++;
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], size);
    }
    return Series.ofBars(
        columns[0], columns[1], columns[2], columns[3], columns[4], Arrays.copyOf(times, size));
  }

  private static void bar(JsonParser json, double[][] columns, long[] times, int row)
      throws IOException {
    String at = "bars[" + row + "]";
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw refused(at, json.getText(), "must be an object with open, high, low and close");
    }
    int seen = 0;
    columns[4][row] = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      int column = Arrays.asList(COLUMNS).indexOf(name);
      if (column >= 0) {
        columns[column][row] = number(json, at + "." + name, true);
        seen |= 1 << column;
      } else if (name.equals("time")) {
        times[row] = time(json, at + ".time");
      } else if (!name.equals("trades")) {
        throw refused(
            at + "." + name,
            name,
            "must be one of time, open, high, low, close, volume and trades");
      }
    }
    if ((seen & 15) != 15) {
      throw refused(at, "less", "must have open, high, low and close");
    }
    if (columns[1][row] < columns[2][row]) {
      throw refused(
          at + ".high", Double.toString(columns[1][row]), "must not be less than the bar's low");
    }
    if (columns[4][row] < 0) {
      throw refused(at + ".volume", Double.toString(columns[4][row]), "must not be negative");
    }
  }

  /**
   * @param asText whether a decimal in a string will do, which is how bars are listed
   */
  private static double number(JsonParser json, String name, boolean asText) throws IOException {
    double value = Double.NaN;
    if (json.currentToken().isNumeric()) {
      value = json.getDoubleValue();
    } else if (asText && json.currentToken() == JsonToken.VALUE_STRING) {
      try {
        value = Double.parseDouble(json.getText());
      } catch (NumberFormatException e) {
        throw refused(name, json.getText(), "must be a finite number");
      }
    }
    if (!Double.isFinite(value)) {
      throw refused(name, json.getText(), "must be a finite number");
    }
    return value;
  }

  private static long time(JsonParser json, String name) throws IOException {
    try {
      return Times.nanos(Instant.parse(json.getText()));
    } catch (DateTimeException | ArithmeticException e) {
      throw refused(name, json.getText(), "must be a time such as 2026-01-02T03:04:05Z");
    }
  }

  private static RefusedException refused(String field, String value, String rule) {
    return RefusedException.value(ErrorCode.INVALID_INPUT, field, value, rule);
  }
}
