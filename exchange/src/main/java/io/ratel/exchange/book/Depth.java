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
}
