# Builds SkillDistill with its client assets and leaves a small image that runs it as an ordinary user.
#   docker build -t skilldistill .
#   docker build -t skilldistill --build-arg RUNTIME=linux-arm64 .     (on an ARM machine)

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG RUNTIME=linux-x64
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The build of the web project calls npm and node for style, script and icons.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# Packages change more rarely than code: these layers stay in the cache. The lock files say exactly which packages.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/SkillDistill.Domain/*.csproj src/SkillDistill.Domain/packages.lock.json src/SkillDistill.Domain/
COPY src/SkillDistill.Data/*.csproj src/SkillDistill.Data/packages.lock.json src/SkillDistill.Data/
COPY src/SkillDistill.Distillation/*.csproj src/SkillDistill.Distillation/packages.lock.json src/SkillDistill.Distillation/
COPY src/SkillDistill.Web/*.csproj src/SkillDistill.Web/packages.lock.json src/SkillDistill.Web/
RUN dotnet restore src/SkillDistill.Web --locked-mode
COPY src/SkillDistill.Web/Assets/package.json src/SkillDistill.Web/Assets/package-lock.json src/SkillDistill.Web/Assets/
RUN npm ci --no-audit --no-fund --prefix src/SkillDistill.Web/Assets

# The results of the last whole test run come along where there are any, for the auditor's pages. A pattern, since COPY wants every plain name to be there.
COPY .editorconfig artifacts/control-results.jso[n] ./
COPY src src
# One runtime only, or the native libraries of every platform come along. Its lock file is a throw-away:
# the checked-in one knows no runtime, and the versions in it were verified above.
RUN dotnet publish src/SkillDistill.Web --configuration Release --runtime "$RUNTIME" --self-contained false \
      -p:NuGetLockFilePath=obj/publish.lock.json --output /app \
    && if [ -f control-results.json ]; then cp control-results.json /app/; fi

# Not the alpine or chiselled image: dates and sorting in Chinese need ICU, which this one has.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown "$APP_UID" /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    Store__Folder=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "SkillDistill.Web.dll"]
