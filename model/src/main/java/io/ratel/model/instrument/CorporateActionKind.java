package io.ratel.model.instrument;

/** What a company does to its shares; the order is the wire's and only grows at the end. */
public enum CorporateActionKind {
  /** So many new shares for so many old ones. */
  SPLIT("split"),
  DIVIDEND("dividend"),
  /** So many shares of another company for so many of this one. */
  SPIN_OFF("spinOff"),
  SYMBOL_CHANGE("symbolChange"),
  /** So many rights, tradable on their own, for so many shares. */
  RIGHTS("rights");

  private final String label;

  CorporateActionKind(String label) {
    this.label = label;
  }

  /** The name a client sees. */
  public String label() {
    return label;
  }
}
