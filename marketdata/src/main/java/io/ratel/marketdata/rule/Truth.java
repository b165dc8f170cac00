package io.ratel.marketdata.rule;

/** What a condition is at a moment. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean is) {
    return is ? TRUE : FALSE;
  }

  Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  /** The lesser of both: true when both are, false when one is. */
  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
