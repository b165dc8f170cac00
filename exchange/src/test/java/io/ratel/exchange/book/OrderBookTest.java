package io.ratel.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.model.order.Side;
import org.junit.jupiter.api.Test;

/** The book's answers at the edges. */
class OrderBookTest {
  @Test
  void aSumThatDoesNotFitIsNoCost() {
    Orders orders = new Orders();
    OrderBook book = new OrderBook(orders);
    book.rest(orders.add(1, 1, 0, Side.SELL, 1L << 40, 1L << 40, 1L << 40, 0));
    assertThat(book.cost(Side.BUY, 1L << 22, Long.MAX_VALUE)).isEqualTo(1L << 62);
    assertThat(book.cost(Side.BUY, 1L << 23, Long.MAX_VALUE)).isEqualTo(-1);
    assertThat(book.cost(Side.BUY, 1L << 40, Long.MAX_VALUE)).isEqualTo(-1);
  }

  @Test
  void anOrderIsHiddenForEver() {
    Orders orders = new Orders();
    int slot = orders.add(1, 1, 7, Side.SELL, 10, 5, 5, 0, 3);
    orders.setFlags(slot, Orders.FREE_FLAGS);
    assertThat(orders.flags(slot)).isEqualTo(Orders.FREE_FLAGS);
    assertThat(orders.side(slot)).isEqualTo(Side.SELL);
    assertThat(orders.instrument(slot)).isEqualTo(7);
    assertThatThrownBy(() -> orders.setFlags(slot, Orders.HIDDEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> orders.setFlags(slot, 1 << 20))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAuctionThatLeavesBuyersOverTradesAtTheirPrice() {
    TwinBooks twins = new TwinBooks();
    twins.rest(new NaiveBook.Order(1, 1, Side.BUY, false, 0, 20, 10));
    twins.rest(new NaiveBook.Order(2, 2, Side.SELL, false, 0, 5, 4));
    Auction auction = new Auction(twins.orders);
    assertThat(auction.find(twins.book, 1)).isTrue();
    assertThat(auction.price()).isEqualTo(20);
    assertThat(auction.volume()).isEqualTo(4);
    assertThat(auction.surplus()).isEqualTo(6);
  }
}
