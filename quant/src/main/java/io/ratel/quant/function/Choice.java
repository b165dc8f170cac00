package io.ratel.quant.function;

/** An enum whose values clients know by these names. */
public interface Choice {
  String label();
}
