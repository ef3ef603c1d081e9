package io.qiangcun.core.module;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * All words of the pages: the region's words for places first, then the kernel's, then each module's, then what the
 * installation wants to say differently.
 */
@Configuration(proxyBeanMethods = false)
class ModuleMessages {

    @Bean
    MessageSource messageSource(
            List<DomainModule> modules,
            @Value("${qiangcun.vocabulary:county}") String vocabulary,
            @Value("${qiangcun.messages:}") List<String> ownWords,
            ObjectProvider<WordSource> others) {
        var bundles = Stream.concat(
                        Stream.of("vocabulary_" + vocabulary, "core"),
                        modules.stream().map(DomainModule::code))
                .map(code -> "messages/" + code + ".properties")
                .toList();
        return Vocabulary.read(bundles, ownWords, others::orderedStream);
    }
}
