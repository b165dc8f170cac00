package io.ratel.adapters.clickhouse;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where ClickHouse is.
 *
 * @param url of its HTTP interface, such as {@code http://clickhouse:8123}
 * @param database made when it is not there
 */
public record ClickHouseConfig(URI url, String user, String password, String database) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public ClickHouseConfig {
    String scheme = String.valueOf(url.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https"))
        || url.getHost() == null
        || url.getQuery() != null
        || !(url.getPath().isEmpty() || url.getPath().equals("/"))) {
      throw new IllegalArgumentException(
          "url must be http://HOST:PORT or https://HOST:PORT, was '" + url + "'");
    }
    if (!NAME.matcher(database).matches()) {
      throw new IllegalArgumentException(
          "database must be lower-case letters, digits and underscores, was '" + database + "'");
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "ClickHouseConfig[" + url + ", " + user + ", " + database + "]";
  }
}
