package io.ratel.adapters.questdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.std.Decimal128;
import io.questdb.std.str.Utf8String;
import io.ratel.adapters.questdb.QuestSession.RowReader;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotes and books as rows; the sides of a book are JSON, {@code [["100.5","2"],…]}, best first.
 */
final class QuestQuotes {
  static final String QUOTES =
      "SELECT time, bid, bid_quantity, ask, ask_quantity, received FROM quotes";

  static final String BOOKS = "SELECT time, sequence, bids, asks, received FROM books";

  private static final ObjectMapper JSON = new ObjectMapper();

  private QuestQuotes() {}

  static void put(WalWriter writer, Quote quote) {
    Market market = quote.market();
    TableWriter.Row row = writer.newRow(quote.exchangeTimeNs());
    row.putSym(1, market.symbol().text());
    QuestDecimals.put(row, 2, quote.bid(), market.priceScale());
    QuestDecimals.put(row, 3, quote.bidQuantity(), market.quantityScale());
    QuestDecimals.put(row, 4, quote.ask(), market.priceScale());
    QuestDecimals.put(row, 5, quote.askQuantity(), market.quantityScale());
    row.putTimestamp(6, quote.localTimeNs());
    row.append();
  }

  static void put(WalWriter writer, BookSnapshot book) {
    Market market = book.market();
    TableWriter.Row row = writer.newRow(book.exchangeTimeNs());
    row.putSym(1, market.symbol().text());
    row.putLong(2, book.sequence());
    row.putVarchar(3, new Utf8String(side(market, book.bids())));
    row.putVarchar(4, new Utf8String(side(market, book.asks())));
    row.putTimestamp(5, book.localTimeNs());
    row.append();
  }

  private static String side(Market market, List<Level> levels) {
    StringBuilder text = new StringBuilder("[");
    for (Level level : levels) {
      text.append(text.length() > 1 ? ",[\"" : "[\"")
          .append(market.formatPrice(level.price()))
          .append("\",\"")
          .append(market.formatQuantity(level.quantity()))
          .append("\"]");
    }
    return text.append(']').toString();
  }

  /** For {@link #QUOTES}. */
  static RowReader<Quote> quotes(Market market) {
    Decimal128 scratch = new Decimal128();
    return row -> {
      BigDecimal bid = QuestDecimals.get(row, 1, scratch);
      BigDecimal bidQuantity = QuestDecimals.get(row, 2, scratch);
      BigDecimal ask = QuestDecimals.get(row, 3, scratch);
      BigDecimal askQuantity = QuestDecimals.get(row, 4, scratch);
      // The finer of the two quantities decides when the market's decimals are too many.
      BigDecimal finer = scale(bidQuantity) > scale(askQuantity) ? bidQuantity : askQuantity;
      return QuestDecimals.fit(
          market,
          finer,
          fitting ->
              new Quote(
                  fitting,
                  QuestDecimals.units(bid, fitting.priceScale()),
                  QuestDecimals.units(bidQuantity, fitting.quantityScale()),
                  QuestDecimals.units(ask, fitting.priceScale()),
                  QuestDecimals.units(askQuantity, fitting.quantityScale()),
                  row.getTimestamp(0),
                  row.getTimestamp(5)),
          bid,
          ask);
    };
  }

  private static int scale(BigDecimal value) {
    return value.stripTrailingZeros().scale();
  }

  /** For {@link #BOOKS}. */
  static RowReader<BookSnapshot> books(Market market) {
    return row -> {
      List<List<BigDecimal>> bids = side(row, 2);
      List<List<BigDecimal>> asks = side(row, 3);
      List<BigDecimal> prices = new ArrayList<>();
      BigDecimal finer = BigDecimal.ZERO;
      for (List<List<BigDecimal>> side : List.of(bids, asks)) {
        for (List<BigDecimal> level : side) {
          prices.add(level.get(0));
          finer = scale(level.get(1)) > scale(finer) ? level.get(1) : finer;
        }
      }
      return QuestDecimals.fit(
          market,
          finer,
          fitting ->
              new BookSnapshot(
                  fitting,
                  levels(fitting, bids),
                  levels(fitting, asks),
                  row.getLong(1),
                  row.getTimestamp(0),
                  row.getTimestamp(4)),
          prices.toArray(BigDecimal[]::new));
    };
  }

  private static List<List<BigDecimal>> side(Record row, int column) {
    try {
      List<List<BigDecimal>> side = new ArrayList<>();
      for (JsonNode level : JSON.readTree(QuestRows.text(row, column))) {
        side.add(
            List.of(
                new BigDecimal(level.path(0).asText()), new BigDecimal(level.path(1).asText())));
      }
      return side;
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new TickStoreException("a stored book cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Level> levels(Market market, List<List<BigDecimal>> side) {
    return side.stream()
        .map(
            level ->
                new Level(
                    QuestDecimals.units(level.get(0), market.priceScale()),
                    QuestDecimals.units(level.get(1), market.quantityScale())))
        .toList();
  }
}
