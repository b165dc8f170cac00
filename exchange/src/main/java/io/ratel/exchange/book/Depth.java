package io.ratel.exchange.book;

import org.jspecify.annotations.Nullable;

/**
 * A walk over all that one side can trade, price by price, best first: what is shown and the
 * icebergs' reserves of one {@link BookSide}, and the hidden orders of another. The book must not
 * change meanwhile.
 */
final class Depth {
  private @Nullable BookSide shown;
  private @Nullable BookSide hidden;
  private int shownLevel = BookSide.NONE;
  private int hiddenLevel = BookSide.NONE;
  private boolean atShown;
  private boolean atHidden;

  /** Begins at the best price. */
  void begin(BookSide ofShown, @Nullable BookSide ofHidden) {
    shown = ofShown;
    hidden = ofHidden;
    shownLevel = ofShown.best();
    hiddenLevel = ofHidden == null ? BookSide.NONE : ofHidden.best();
    choose();
  }

  private void choose() {
    atShown = shownLevel != BookSide.NONE;
    atHidden = hiddenLevel != BookSide.NONE;
    if (atShown && atHidden && shown != null && hidden != null) {
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
    if (atShown && shown != null) {
      shownLevel = shown.worse(shownLevel);
    }
    if (atHidden && hidden != null) {
      hiddenLevel = hidden.worse(hiddenLevel);
    }
    choose();
  }

  long price() {
    return atShown && shown != null
        ? shown.price(shownLevel)
        : hidden == null ? 0 : hidden.price(hiddenLevel);
  }

  /** True when this price is at least as good for the other side as {@code limit}. */
  boolean reaches(long limit) {
    return atShown && shown != null
        ? shown.reaches(shownLevel, limit)
        : atHidden && hidden != null && hidden.reaches(hiddenLevel, limit);
  }

  /** All lots at this price. */
  long quantity() {
    long lots = 0;
    if (atShown && shown != null) {
      lots = shown.quantity(shownLevel) + shown.reserve(shownLevel);
    }
    return atHidden && hidden != null ? lots + hidden.quantity(hiddenLevel) : lots;
  }

  /** The first of the shown orders at this price, or {@link Orders#NONE}. */
  int firstShown() {
    return atShown && shown != null ? shown.head(shownLevel) : Orders.NONE;
  }

  /** The first of the hidden orders at this price, or {@link Orders#NONE}. */
  int firstHidden() {
    return atHidden && hidden != null ? hidden.head(hiddenLevel) : Orders.NONE;
  }
}
