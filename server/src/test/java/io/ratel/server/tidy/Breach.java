package io.ratel.server.tidy;

/** Something that breaks a rule, and where it is. */
record Breach(String where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
