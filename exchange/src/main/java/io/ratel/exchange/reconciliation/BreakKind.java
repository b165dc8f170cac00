package io.ratel.exchange.reconciliation;

/** What can be wrong. The names are for clients and stay as they are. */
public enum BreakKind {
  /** The tables claim events that the log does not have. Nothing else was compared. */
  TABLES_AHEAD,
  /** The tables end inside the events of one command. Nothing else was compared. */
  TABLES_INSIDE_COMMAND,
  /** The machine's balances of an asset do not add up to zero. */
  ASSET_UNBALANCED(false),
  /** The machine holds another amount than its open orders and margins need. */
  HOLD_DIFFERS(false),
  BALANCE_MISSING,
  BALANCE_UNKNOWN,
  BALANCE_DIFFERS,
  /** The postings of one event do not add up to zero. */
  TRANSACTION_UNBALANCED,
  /** An account's postings do not add up to its balance. */
  POSTINGS_DIFFER,
  TRANSFER_MISSING,
  /** A transfer is not what its postings say. */
  TRANSFER_DIFFERS,
  ORDER_MISSING,
  /** Open in the tables and not in the machine. */
  ORDER_UNKNOWN,
  ORDER_DIFFERS,
  /** What a closed order has filled is not what its trades say. */
  ORDER_FILLS_DIFFER,
  LEVEL_MISSING,
  LEVEL_UNKNOWN,
  LEVEL_DIFFERS,
  TRADE_MISSING,
  TRADE_DIFFERS,
  FILL_MISSING,
  /** A fill is not what its trade says. */
  FILL_DIFFERS,
  /** The fees of an account's fills in a trade are not what was posted. */
  FEE_DIFFERS,
  POSITION_MISSING,
  POSITION_UNKNOWN,
  POSITION_DIFFERS,
  ACCOUNT_MISSING,
  ACCOUNT_UNKNOWN,
  ACCOUNT_DIFFERS,
  ASSET_DIFFERS,
  INSTRUMENT_MISSING,
  INSTRUMENT_UNKNOWN,
  INSTRUMENT_DIFFERS,
  KILL_SWITCH_DIFFERS,
  UNITS_DIFFER;

  private final boolean inTables;

  BreakKind() {
    this(true);
  }

  BreakKind(boolean inTables) {
    this.inTables = inTables;
  }

  /** The command that mends it, or why there is none. */
  public String mend() {
    return inTables
        ? "ratel reconcile --mend"
        : "none: the log itself says so; keep it and report a fault of the exchange";
  }
}
