package io.ratel.quant.kernel;

/** The twins that this JVM runs, chosen when this class is first used. */
public final class Kernels {
  private static final boolean VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  private static final Kernel CHOSEN = VECTORS ? new VectorKernel() : new ScalarKernel();

  private Kernels() {}

  /** The faster twin. */
  public static Kernel chosen() {
    return CHOSEN;
  }

  /** The one that is the oracle of the other. */
  public static Kernel scalar() {
    return new ScalarKernel();
  }

  /** Whether vectors are used. */
  public static boolean vectors() {
    return VECTORS;
  }
}
