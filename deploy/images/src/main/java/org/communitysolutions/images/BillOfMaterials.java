package org.communitysolutions.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;

/**
 * What is in an image, in CycloneDX 1.6: every jar with its digest, Java, and what lies below. It bears no time and no number of
 * its own, so that the same contents give the same text. An image that is put upon a base holds the base's files besides, which
 * are told by the base's own bill.
 */
final class BillOfMaterials {

    private final Bom bill = new Bom();

    BillOfMaterials(String name, String title, String version) {
        Component image = component(Component.Type.CONTAINER, name, version);
        image.setDescription(title);
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        metadata.setComponent(image);
        bill.setMetadata(metadata);
    }

    BillOfMaterials withJars(List<Packaged> jars) throws IOException {
        for (Packaged jar :
                jars.stream().sorted(Comparator.comparing(Packaged::url)).toList()) {
            Component component = component(Component.Type.LIBRARY, jar.artifact(), jar.version());
            component.setGroup(jar.group());
            component.setPurl(jar.url());
            component.setBomRef(jar.url());
            component.addHash(new Hash(Hash.Algorithm.SHA_256, digest(jar.file())));
            bill.addComponent(component);
        }
        return this;
    }

    BillOfMaterials withJava(Runtime.Version version) {
        String number = "%d.%d.%d".formatted(version.feature(), version.interim(), version.update());
        return withNative(Component.Type.PLATFORM, "oracle", "openjdk", number);
    }

    BillOfMaterials withMachine(String libraryVersion) {
        return withNative(Component.Type.LIBRARY, "gnu", "glibc", libraryVersion);
    }

    /** What comes from no repository of jars, under the names that lists of vulnerabilities have for it. */
    private BillOfMaterials withNative(Component.Type type, String vendor, String name, String version) {
        Component component = component(type, name, version);
        component.setPurl("pkg:generic/%s@%s".formatted(name, version));
        component.setCpe("cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*".formatted(vendor, name, version));
        bill.addComponent(component);
        return this;
    }

    BillOfMaterials withBase(String reference) {
        bill.addComponent(component(Component.Type.CONTAINER, reference, ""));
        return this;
    }

    private static Component component(Component.Type type, String name, String version) {
        Component component = new Component();
        component.setType(type);
        component.setName(name);
        component.setVersion(version);
        component.setBomRef(name + "@" + version);
        return component;
    }

    /** Writes it as JSON. */
    Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            String text =
                    BomGeneratorFactory.createJson(Version.VERSION_16, bill).toJsonString();
            return Files.writeString(file, text + "\n");
        } catch (GeneratorException wrong) {
            throw new IllegalStateException("A bill of components is always JSON", wrong);
        }
    }

    static String digest(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
