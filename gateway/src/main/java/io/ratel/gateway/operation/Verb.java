package io.ratel.gateway.operation;

/** The methods that operations use. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** Whether what is not in the path comes as a JSON body. */
  public boolean hasBody() {
    return this == POST || this == PUT || this == PATCH;
  }
}
