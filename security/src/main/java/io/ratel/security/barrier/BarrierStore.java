package io.ratel.security.barrier;

import java.util.List;

/** Where barriers are kept for all nodes. Safe for any thread; calls may block. */
@FunctionalInterface
public interface BarrierStore {
  /**
   * Keeps them, all or none; when this returns they survive a restart and are on their way to every
   * node.
   */
  void write(List<Barrier> barriers);
}
