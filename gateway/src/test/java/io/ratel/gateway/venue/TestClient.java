package io.ratel.gateway.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Asks a {@link TestVenue} over HTTP. */
public record TestClient(TestVenue venue, Optional<String> token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer; {@code json} is missing when the body is no JSON. */
  public record Response(int status, HttpHeaders headers, String body, JsonNode json) {
    /** The text at a path such as {@code error.code}. */
    public String at(String path) {
      JsonNode node = json;
      for (String name : path.split("\\.", -1)) {
        node =
            name.chars().allMatch(Character::isDigit)
                ? node.path(Integer.parseInt(name))
                : node.path(name);
      }
      return node.isValueNode() ? node.asText() : node.toString();
    }

    public String code() {
      return status + " " + at("error.code");
    }
  }

  public Response get(String path) {
    return send(request(path).GET());
  }

  public Response delete(String path) {
    return send(request(path).DELETE());
  }

  public Response patch(String path, String body) {
    return send(request(path).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  public Response post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Response send(HttpRequest.Builder request) {
    token.ifPresent(text -> request.setHeader("Authorization", "Bearer " + text));
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(
          response.statusCode(), response.headers(), response.body(), json(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(venue.uri(path)).version(HttpClient.Version.HTTP_1_1);
  }

  private static JsonNode json(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
