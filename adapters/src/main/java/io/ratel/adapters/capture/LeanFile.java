package io.ratel.adapters.capture;

import io.ratel.model.instrument.Symbol;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A zipped CSV of bars or ticks as QuantConnect's LEAN keeps them. A share becomes {@code
 * LEAN:AAPL}, a pair {@code LEAN:BTC-USD}. Shares count prices in 1/10,000 and minutes of New York,
 * pairs have plain prices and UTC.
 *
 * @param date of the file's day; the epoch for daily bars, whose rows have their own
 */
record LeanFile(Path path, Kind kind, Symbol symbol, boolean share, LocalDate date) {
  static final String VENUE = "LEAN";

  /** What the rows are. */
  enum Kind {
    DAILY,
    MINUTE,
    TICK
  }

  private static final Pattern NAME =
      Pattern.compile(
          "([a-z0-9]{1,20})-(?:(daily)(?:-trade)?|(minute|tick)-([0-9]{8})-trade)\\.zip");

  private static final List<String> QUOTES =
      List.of("usdt", "usdc", "usd", "eur", "gbp", "jpy", "btc", "eth");

  private static final int MIN_PAIR_CHARS = 6;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  static Optional<LeanFile> of(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    String ticker = name.group(1);
    Optional<Symbol> pair = pair(ticker);
    Symbol symbol = pair.orElseGet(() -> Symbol.of(VENUE + ":" + ticker.toUpperCase(Locale.ROOT)));
    if (name.group(2) != null) {
      return Optional.of(new LeanFile(path, Kind.DAILY, symbol, pair.isEmpty(), LocalDate.EPOCH));
    }
    try {
      LocalDate date = LocalDate.parse(name.group(4), DateTimeFormatter.BASIC_ISO_DATE);
      Kind kind = name.group(3).equals("tick") ? Kind.TICK : Kind.MINUTE;
      return Optional.of(new LeanFile(path, kind, symbol, pair.isEmpty(), date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  ZoneId zone() {
    return share ? NEW_YORK : ZoneOffset.UTC;
  }

  private static Optional<Symbol> pair(String ticker) {
    if (ticker.length() >= MIN_PAIR_CHARS) {
      for (String quote : QUOTES) {
        if (ticker.endsWith(quote)) {
          String base = ticker.substring(0, ticker.length() - quote.length());
          return Optional.of(Symbol.ofVenue(VENUE, base, quote));
        }
      }
    }
    return Optional.empty();
  }
}
