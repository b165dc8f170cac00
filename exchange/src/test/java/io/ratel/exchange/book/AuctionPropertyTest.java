package io.ratel.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The auction's price against a trial of every price, and its matches against two queues. */
class AuctionPropertyTest {
  private static final int PRICES = 24;

  private static long sum(NaiveBook book, Side side, long price) {
    return book.reachable(side.opposite(), price, -1);
  }

  private static long volume(NaiveBook book, long price) {
    return Math.min(sum(book, Side.BUY, price), sum(book, Side.SELL, price));
  }

  private static long surplus(NaiveBook book, long price) {
    return sum(book, Side.BUY, price) - sum(book, Side.SELL, price);
  }

  /** Tries every price; 0 when none trades. */
  private static long bestPrice(NaiveBook book, long reference) {
    List<Long> prices = LongStream.rangeClosed(1, PRICES + 1).boxed().toList();
    long most = prices.stream().mapToLong(price -> volume(book, price)).max().orElse(0);
    if (most == 0) {
      return 0;
    }
    List<Long> fullest = prices.stream().filter(price -> volume(book, price) == most).toList();
    long least = fullest.stream().mapToLong(p -> Math.abs(surplus(book, p))).min().orElse(0);
    List<Long> left = fullest.stream().filter(p -> Math.abs(surplus(book, p)) == least).toList();
    if (left.stream().allMatch(price -> surplus(book, price) > 0)) {
      return left.getLast();
    }
    if (left.stream().allMatch(price -> surplus(book, price) < 0)) {
      return left.getFirst();
    }
    Comparator<Long> byDistance = Comparator.comparingLong(price -> Math.abs(price - reference));
    return left.stream().min(byDistance.thenComparing(Comparator.naturalOrder())).orElse(0L);
  }

  /** Two queues in price-time order, met at one price. */
  private static List<String> matches(NaiveBook book, long price, long volume) {
    List<String> matches = new ArrayList<>();
    List<NaiveBook.Order> buys = book.sequence(Side.BUY);
    List<NaiveBook.Order> sells = book.sequence(Side.SELL);
    long left = volume;
    while (left > 0) {
      NaiveBook.Order buy = buys.getFirst();
      NaiveBook.Order sell = sells.getFirst();
      long traded = Math.min(left, Math.min(buy.remaining, sell.remaining));
      matches.add(buy.id + "-" + sell.id + " " + price + "x" + traded);
      left -= traded;
      for (NaiveBook.Order order : List.of(buy, sell)) {
        order.remaining -= traded;
        order.showFirst();
        if (order.remaining == 0) {
          book.cancel(order);
          (order.side == Side.BUY ? buys : sells).removeFirst();
        }
      }
    }
    return matches;
  }

  private static TwinBooks crossed(Random random) {
    TwinBooks twins = new TwinBooks();
    int count = random.nextInt(14);
    int lots = 1 + random.nextInt(4);
    for (int id = 1; id <= count; id++) {
      boolean hidden = random.nextInt(4) == 0;
      long display = !hidden && random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      int price = 1 + random.nextInt(PRICES / 2) + (side == Side.BUY ? random.nextInt(12) : 0);
      long quantity = 1 + random.nextInt(lots);
      twins.rest(new NaiveBook.Order(id, id % 3, side, hidden, display, price, quantity));
    }
    return twins;
  }

  @Property(tries = 5_000)
  void thePriceIsTheBestOfAll(@ForAll long seed) {
    Random random = new Random(seed);
    TwinBooks twins = crossed(random);
    long reference = random.nextInt(PRICES + 4);
    Auction auction = new Auction(twins.orders);
    long expected = bestPrice(twins.naive, reference);
    assertThat(auction.find(twins.book, reference)).isEqualTo(expected > 0);
    assertThat(auction.price()).isEqualTo(expected);
    if (expected > 0) {
      assertThat(auction.volume()).isEqualTo(volume(twins.naive, expected));
      assertThat(auction.surplus()).isEqualTo(surplus(twins.naive, expected));
    }
  }

  @Property(tries = 2_000)
  void theMatchesAreInPriceTimeOrderAndLeaveTheBookUncrossed(@ForAll long seed) {
    Random random = new Random(seed);
    TwinBooks twins = crossed(random);
    Auction auction = new Auction(twins.orders);
    auction.find(twins.book, 10);
    long price = auction.price();
    List<String> expected = matches(twins.naive, price, auction.volume());
    List<String> matches = new ArrayList<>();
    long left = auction.volume();
    int chunk = 1 + random.nextInt(3);
    while (left > 0) {
      left =
          auction.uncross(
              twins.book,
              price,
              left,
              chunk,
              (buy, sell, at, quantity) ->
                  matches.add(
                      twins.orders.id(buy)
                          + "-"
                          + twins.orders.id(sell)
                          + " "
                          + at
                          + "x"
                          + quantity));
    }
    assertThat(matches).isEqualTo(expected);
    twins.compare();
    assertThat(auction.find(twins.book, 10)).as("the book still crosses").isFalse();
  }
}
