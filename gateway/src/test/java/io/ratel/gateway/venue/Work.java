package io.ratel.gateway.venue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is asked of the ports behind a gateway. Safe for any thread. */
public final class Work {
  private final List<String> calls = new ArrayList<>();

  /** What was asked since the last time, in order; without with what. */
  public synchronized List<String> take() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  private synchronized void note(String call) {
    calls.add(call);
  }

  /** The same port, written down. */
  <T> T watched(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              note(port.getSimpleName() + "." + method.getName());
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
