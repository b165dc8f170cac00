package io.ratel.gateway;

/** Another process listens where the doors should open. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUseException(String host, int port, Throwable cause) {
    super("port " + port + " on " + host + " is in use by another process", cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
