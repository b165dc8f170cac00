package io.ratel.exchange.book;

/**
 * A walk over all that one side can trade, price by price, best first: what is shown and the
 * icebergs' reserves of one {@link BookSide}, and the hidden orders of another. The book must not
 * change meanwhile.
 */
final class Depth {
  private static final BookSide NOTHING = new BookSide(true);

  private BookSide shown = NOTHING;
  private BookSide hidden = NOTHING;
  private int shownLevel = BookSide.NONE;
  private int hiddenLevel = BookSide.NONE;
  private boolean atShown;
  private boolean atHidden;

  /** Begins at the best price. */
  void begin(BookSide ofShown, BookSide ofHidden) {
    shown = ofShown;
    hidden = ofHidden;
    shownLevel = ofShown.best();
    hiddenLevel = ofHidden.best();
    choose();
  }

  private void choose() {
    atShown = shownLevel != BookSide.NONE;
    atHidden = hiddenLevel != BookSide.NONE;
    if (atShown && atHidden) {
      int order = shown.compare(shownLevel, hidden, hiddenLevel);
      atShown = order >= 0;
      atHidden = order <= 0;
    }
  }

  /** Whether the walk is at a price, and not at the end. */
  boolean more() {
    return atShown || atHidden;
  }

  /** Goes to the next worse price. */
  void next() {
    if (atShown) {
      shownLevel = shown.worse(shownLevel);
    }
    if (atHidden) {
      hiddenLevel = hidden.worse(hiddenLevel);
    }
    choose();
  }

  /** The price, when there is {@link #more}. */
  long price() {
    return atShown ? shown.price(shownLevel) : hidden.price(hiddenLevel);
  }

  /** True when there is a price, at least as good for the other side as {@code limit}. */
  boolean reaches(long limit) {
    return atShown
        ? shown.reaches(shownLevel, limit)
        : atHidden && hidden.reaches(hiddenLevel, limit);
  }

  /** All lots at this price. */
  long quantity() {
    long lots = atShown ? shown.quantity(shownLevel) + shown.reserve(shownLevel) : 0;
    return atHidden ? lots + hidden.quantity(hiddenLevel) : lots;
  }

  /** The first of the shown orders at this price, or {@link Orders#NONE}. */
  int firstShown() {
    return atShown ? shown.head(shownLevel) : Orders.NONE;
  }

  /** The first of the hidden orders at this price, or {@link Orders#NONE}. */
  int firstHidden() {
    return atHidden ? hidden.head(hiddenLevel) : Orders.NONE;
  }

  /** Walks on and says whether there are so many lots at {@code limit} or better. */
  boolean has(long quantity, long limit) {
    long left = quantity;
    for (; reaches(limit); next()) {
      left -= quantity();
      if (left <= 0) {
        return true;
      }
    }
    return false;
  }

  /** The same without the orders of one account. */
  boolean has(long quantity, long limit, Orders orders, long exceptAccount) {
    long left = quantity;
    for (; reaches(limit); next()) {
      left = orders.without(exceptAccount, firstShown(), left);
      left = orders.without(exceptAccount, firstHidden(), left);
      if (left <= 0) {
        return true;
      }
    }
    return false;
  }

  /** Walks on and sums ticks times lots; -1 when there are too few, or the sum does not fit. */
  long cost(long quantity, long worst) {
    long left = quantity;
    long sum = 0;
    for (; reaches(worst); next()) {
      long lots = Math.min(left, quantity());
      long more = lots * price();
      if (Math.multiplyHigh(lots, price()) != 0 || more < 0 || sum + more < 0) {
        return -1;
      }
      sum += more;
      left -= lots;
      if (left == 0) {
        return sum;
      }
    }
    return -1;
  }
}
