package io.ratel.adapters.capture;

import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import io.ratel.model.order.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The rows of one file as bars or trades. One thread at a time. */
final class LeanRows {
  private static final int SHARE_DECIMALS = 4;
  private static final int DAY_FIELDS = 6;
  private static final int MAX_CHARS = 256;
  private static final long DAY_MS = 86_400_000;

  private final LeanFile file;
  private final VenueMarkets markets;
  private long row;
  private long lastTimeNs;
  private long lastPrice;
  private Side lastSide = Side.BUY;

  LeanRows(LeanFile file, VenueMarkets markets) {
    this.file = file;
    this.markets = markets;
  }

  long lastTimeNs() {
    return lastTimeNs;
  }

  /** {@code time,open,high,low,close,volume}; how many trades it holds is not known, so 0. */
  Bar bar(String line) throws RejectedFrameException {
    List<String> fields = fields(line, DAY_FIELDS);
    boolean daily = file.kind() == LeanFile.Kind.DAILY;
    long time = daily ? dayNs(fields.get(0)) : timeNs(fields.get(0));
    VenueMarkets.Values values =
        markets.read(
            file.symbol(),
            List.of(
                price(fields.get(1)),
                price(fields.get(2)),
                price(fields.get(3)),
                price(fields.get(4))),
            List.of(fields.get(5)));
    long[] prices = values.prices();
    long top = Math.max(prices[0], prices[3]);
    long bottom = Math.min(prices[0], prices[3]);
    if (prices[1] < top || prices[2] > bottom || prices[2] == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "a bar must have 0 < low <= open, close <= high, was " + line);
    }
    lastTimeNs = time;
    return new Bar(
        values.market(),
        daily ? Interval.DAY : Interval.MINUTE,
        time,
        prices[0],
        prices[1],
        prices[2],
        prices[3],
        values.quantities()[0],
        0);
  }

  /**
   * {@code ms,price,size,exchange,condition,suspicious}. The taker's side is not in the file: it is
   * inferred by the tick test (an uptick was bought, a downtick sold, else as before).
   */
  Trade trade(String line) throws RejectedFrameException {
    row++;
    List<String> fields = fields(line, DAY_FIELDS);
    if (!fields.get(5).equals("0")) {
      throw new RejectedFrameException(
          FrameFault.SUSPICIOUS, "marked as suspicious in its file: " + line);
    }
    long time = timeNs(fields.get(0));
    VenueMarkets.Values values =
        markets.read(file.symbol(), List.of(price(fields.get(1))), List.of(fields.get(2)));
    long price = values.prices()[0];
    if (price == 0 || values.quantities()[0] == 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "price and size of a tick must be positive, one is 0");
    }
    long comparable = FixedPoint.rescale(price, values.market().priceScale(), SHARE_DECIMALS);
    if (lastPrice != 0 && comparable != lastPrice) {
      lastSide = comparable > lastPrice ? Side.BUY : Side.SELL;
    }
    lastPrice = comparable;
    lastTimeNs = time;
    return new Trade(
        values.market(),
        file.date().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + row,
        price,
        values.quantities()[0],
        lastSide,
        time,
        time);
  }

  private static List<String> fields(String line, int count) throws RejectedFrameException {
    List<String> fields =
        line.length() > MAX_CHARS ? List.of() : List.of(line.strip().split(",", -1));
    if (fields.size() != count) {
      throw new RejectedFrameException(
          FrameFault.NOT_A_ROW, "a row must have " + count + " fields, was " + line);
    }
    return fields;
  }

  private String price(String text) throws RejectedFrameException {
    if (!file.share()) {
      return text;
    }
    try {
      return FixedPoint.trimmed(FixedPoint.parse(text, 0), SHARE_DECIMALS);
    } catch (NumberFormatException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "price " + e.getMessage() + ": '" + text + "'");
    }
  }

  /** A day is a date, not a moment: its bar starts at midnight UTC of that date. */
  private static long dayNs(String text) throws RejectedFrameException {
    try {
      LocalDate date = LocalDate.parse(text.split(" ", 2)[0], DateTimeFormatter.BASIC_ISO_DATE);
      return nanos(date.atStartOfDay(ZoneOffset.UTC).toInstant(), text);
    } catch (DateTimeException e) {
      throw badTime(text);
    }
  }

  private long timeNs(String text) throws RejectedFrameException {
    long ms;
    try {
      ms = FixedPoint.parse(text, 0);
    } catch (NumberFormatException e) {
      throw badTime(text);
    }
    if (ms < 0 || ms >= DAY_MS) {
      throw badTime(text);
    }
    LocalTime time = LocalTime.ofNanoOfDay(ms * 1_000_000);
    return nanos(file.date().atTime(time).atZone(file.zone()).toInstant(), text);
  }

  private static long nanos(Instant instant, String text) throws RejectedFrameException {
    long seconds = instant.getEpochSecond();
    if (seconds < 0 || seconds >= Instant.parse("2100-01-01T00:00:00Z").getEpochSecond()) {
      throw badTime(text);
    }
    return seconds * 1_000_000_000L + instant.getNano();
  }

  private static RejectedFrameException badTime(String text) {
    return new RejectedFrameException(
        FrameFault.BAD_TIME, "time must be a date, or milliseconds of the day, was '" + text + "'");
  }
}
