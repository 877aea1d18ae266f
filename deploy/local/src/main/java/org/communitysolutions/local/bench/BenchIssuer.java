package org.communitysolutions.local.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Stands at the address of the realm, which a measurement does without, for as long as a service needs a token: it tells
 * the realm's public key, of a pair made anew, and signs tokens with the other.
 */
final class BenchIssuer implements AutoCloseable {

    private static final Duration VALID = Duration.ofHours(1);
    private static final String KEY = "bench";

    private final String issuer;
    private final KeyPair keys;
    private final HttpServer server;

    /**
     * Begins to answer.
     *
     * @param issuer as it stands in tokens: an address on this machine at which nothing else listens
     */
    BenchIssuer(String issuer) {
        URI address = URI.create(issuer);
        this.issuer = issuer;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        } catch (IOException taken) {
            throw new UncheckedIOException(issuer + " is taken.", taken);
        }
        byte[] certificates = certificates();
        server.createContext(address.getPath() + "/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, certificates.length);
            exchange.getResponseBody().write(certificates);
            exchange.close();
        });
        server.start();
    }

    /** A token for somebody with these roles. */
    String token(String... roles) {
        Instant now = Instant.now();
        String claims = """
                {"iss":"%s","sub":"bench","aud":"community-solutions-api","iat":%d,"exp":%d,
                 "realm_access":{"roles":["%s"]}}
                """.formatted(
                        issuer, now.getEpochSecond(), now.plus(VALID).getEpochSecond(), String.join("\",\"", roles));
        String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY + "\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with RSA", e);
        }
    }

    /** RFC 7517. */
    private byte[] certificates() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY, base64(unsigned(key.getModulus())), base64(unsigned(key.getPublicExponent())))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
