package io.ratel.adapters.factors;

import io.ratel.marketdata.adjustment.PriceFactors.Row;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a factor file as rows, and its name as a share. */
public final class FactorFile {
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9]{1,20})(-factors)?\\.csv");
  private static final int MAX_ROWS = 20_000;
  private static final int MAX_CHARS = 128;
  private static final int DATE = 0;
  private static final int PRICE = 1;
  private static final int SPLIT = 2;

  private FactorFile() {}

  /**
   * The share that a file is of: {@code aapl.csv} and {@code aapl-factors.csv} are {@code AAPL}'s.
   *
   * @param venue stands before the colon
   * @param marked whether the name must say that it has factors
   */
  public static Optional<Symbol> share(String venue, String name, boolean marked) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || (marked && parts.group(2) == null)) {
      return Optional.empty();
    }
    return Optional.of(Symbol.of(venue + ":" + parts.group(1).toUpperCase(Locale.ROOT)));
  }

  /**
   * Reads all rows or none. One whose factor is {@code inf} says that there is no price before it,
   * and is left out.
   */
  public static List<Row> read(String text) throws RejectedFrameException {
    List<Row> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      if (rows.size() == MAX_ROWS) {
        throw new RejectedFrameException(
            FrameFault.TOO_LARGE, "a factor file has at most " + MAX_ROWS + " rows");
      }
      row(line.strip()).ifPresent(rows::add);
    }
    if (rows.isEmpty()) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, "the factor file has no rows");
    }
    return rows;
  }

  private static Optional<Row> row(String line) throws RejectedFrameException {
    List<String> fields = line.length() > MAX_CHARS ? List.of() : List.of(line.split(",", -1));
    if (fields.size() < 3 || fields.size() > 4) {
      throw new RejectedFrameException(
          FrameFault.NOT_A_ROW, "a row must have 3 or 4 fields, was '" + line + "'");
    }
    if (fields.get(PRICE).equals("inf") || fields.get(SPLIT).equals("inf")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Row(date(fields.get(DATE)), number(fields.get(PRICE)), number(fields.get(SPLIT))));
    } catch (NumberFormatException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "factors must be numbers, the row was '" + line + "'");
    } catch (IllegalArgumentException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, e.getMessage() + ", the row was '" + line + "'");
    }
  }

  /** Some files write ten million as {@code 1e+07}. */
  private static BigDecimal number(String text) {
    return new BigDecimal(text.strip());
  }

  private static LocalDate date(String text) throws RejectedFrameException {
    try {
      LocalDate date = LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
      if (date.getYear() >= 1970 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new RejectedFrameException(
        FrameFault.BAD_TIME, "a date must be YYYYMMDD from 1970 to 2099, was '" + text + "'");
  }
}
