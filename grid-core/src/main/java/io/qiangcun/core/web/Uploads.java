package io.qiangcun.core.web;

import io.qiangcun.core.attachment.Upload;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form, as the domain takes them. */
public final class Uploads {

    private Uploads() {}

    public static Upload of(MultipartFile file) {
        return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file);
    }

    /** Those that hold anything; a browser sends an empty one where none was chosen. */
    public static List<Upload> sentWith(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(Uploads::of)
                        .toList();
    }
}
