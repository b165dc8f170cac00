package io.ratel.quant.function;

import java.util.Arrays;
import java.util.List;

/** An enum whose values clients know by these names. */
public interface Choice {
  String label();

  /** All names of such an enum. */
  static List<String> labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Choice) constant).label())
        .toList();
  }
}
