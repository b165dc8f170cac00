package io.ratel.server.config;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What this JVM was started with, as far as it got it: a flag the kernel refused is off. */
final class JvmFlags {
  private JvmFlags() {}

  static boolean preTouch() {
    return isOn("AlwaysPreTouch");
  }

  static boolean transparentHugePages() {
    return isOn("UseTransparentHugePages");
  }

  static boolean explicitHugePages() {
    return isOn("UseLargePages") && !transparentHugePages();
  }

  private static boolean isOn(String flag) {
    try {
      return Boolean.parseBoolean(
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
              .getVMOption(flag)
              .getValue());
    } catch (IllegalArgumentException e) {
      return false; // this JVM does not know it
    }
  }
}
