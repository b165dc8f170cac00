package io.ratel.security.barrier;

/** Where barriers are kept for all nodes. Safe for any thread; calls may block. */
@FunctionalInterface
public interface BarrierStore {
  /** Keeps it; when this returns it survives a restart and is on its way to every node. */
  void write(Barrier barrier);
}
