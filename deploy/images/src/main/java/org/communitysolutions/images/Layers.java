package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Layers of files. All of them belong to root and bear one time, so that the same files give the same layer. */
final class Layers {

    private static final FilePermissions FOLDER_OR_PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    private Layers() {}

    /** A folder with all that is in it. Links become what they point to. */
    static FileEntriesLayer folder(String name, Path from, String to) throws IOException {
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntryRecursive(from, AbsoluteUnixPath.get(to), (path, inImage) -> permissions(path))
                .build();
    }

    /** Files, each under its own name in one folder. */
    static FileEntriesLayer files(String name, List<Path> files, String to) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        AbsoluteUnixPath folder = AbsoluteUnixPath.get(to);
        for (Path file : files) {
            layer.addEntry(file, folder.resolve(file.getFileName().toString()), permissions(file));
        }
        return layer.build();
    }

    static FilePermissions permissions(Path path) {
        return Files.isDirectory(path) || (Files.isExecutable(path) && !isLibrary(path)) ? FOLDER_OR_PROGRAM : FILE;
    }

    private static boolean isLibrary(Path path) {
        return path.getFileName().toString().endsWith(".jar");
    }
}
