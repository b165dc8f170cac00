package io.ratel.model.account;

/** Which cost a closing trade takes out of a position; the order is the wire's. */
public enum CostMethod {
  /** Its share of the whole cost. */
  AVERAGE("average"),
  /** That of the oldest lots: first in, first out. */
  FIFO("fifo");

  private final String label;

  CostMethod(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}
